import '../../ui/tokens.css';
import '../../ui/base.css';
import './track.css';
