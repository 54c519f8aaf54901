import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import { App } from './App.tsx';
import { openSession } from '../client/session.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('The document has no place for the application.');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
void openSession();
