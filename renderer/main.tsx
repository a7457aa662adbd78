import './no-eval.ts';
// The ground first: what components say of themselves comes after it.
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { browserHost, pageDoor } from './host-browser.ts';
import { actions, leaveWindow } from './state/store.ts';

// The desktop host's preload has put its door there; any other page talks to the engine that served it.
window.why401 ??= browserHost(pageDoor());

window.addEventListener('pagehide', leaveWindow);
void actions.boot();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
