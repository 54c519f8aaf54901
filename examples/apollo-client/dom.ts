import { Window } from 'happy-dom';

/** A page without a browser. React looks for it when it is loaded: import this file before `react-dom`. */
export const window = new Window({ url: 'http://localhost/' });
const { document, navigator } = window;
// Node 22 has a navigator of its own, which cannot be assigned.
for (const [name, value] of Object.entries({ window, document, navigator }))
  Object.defineProperty(globalThis, name, { value, configurable: true });
