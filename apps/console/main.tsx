import '../../ui/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/shell.css';
import './styles/queue.css';
import './styles/areas.css';
import './styles/matter.css';
import './styles/staff.css';
import './styles/grids.css';
import './styles/account.css';
import './styles/notices.css';
import './styles/meetings.css';
import './styles/calendar.css';
import './styles/desk.css';
import './styles/insight.css';
import './styles/wall.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './console.tsx';
import { startWords } from './words.ts';

await startWords();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Console />
  </StrictMode>,
);
