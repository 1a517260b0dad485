// The sheets come before those of the components, which refine them.
import './ui/fonts.css';
import './ui/theme.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { keepWindow } from './app/start.ts';
import { onMac } from './ui/Keys.tsx';

keepWindow(onMac);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
