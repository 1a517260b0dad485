/** The panels that may stand beside the text of a brief. */
import {
  BookOpenText,
  History,
  ListTree,
  type LucideIcon,
  MessageSquareText,
  PencilLine,
  TextSearch,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { CommentsPanel } from '../comments/CommentsPanel.tsx';
import { RelatedPanel } from '../related/RelatedPanel.tsx';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { ChangesPanel } from '../suggesting/ChangesPanel.tsx';
import { OutlinePanel } from '../outline/OutlinePanel.tsx';
import { PreviewPanel } from '../preview/PreviewPanel.tsx';
import type { BriefSession } from '../session.ts';

export interface BriefPanel {
  /** Stored as the panel that was open last; its command is `panel.<id>`. */
  id: string;
  title: string;
  icon: LucideIcon;
  shortcut?: string;
  /** It has a width of its own, and the text may become narrower for it. */
  isWide?: true;
  /**
   * What is in the panel; it is there only while the panel is open. The element that is to have the focus when the
   * panel is opened by keyboard carries `data-panel-focus`.
   */
  Panel: ComponentType<{ session: BriefSession }>;
}

/** In the order of their tabs. */
export const PANELS: readonly [BriefPanel, ...BriefPanel[]] = [
  { id: 'outline', title: 'Outline', icon: ListTree, shortcut: 'Alt+O', Panel: OutlinePanel },
  {
    id: 'related',
    title: 'Related passages',
    icon: TextSearch,
    shortcut: 'Alt+Shift+P',
    Panel: RelatedPanel,
  },
  {
    id: 'comments',
    title: 'Comments',
    icon: MessageSquareText,
    // As in Google Docs.
    shortcut: 'Mod+Alt+Shift+A',
    Panel: CommentsPanel,
  },
  {
    id: 'changes',
    title: 'Changes',
    icon: PencilLine,
    shortcut: 'Mod+Alt+Shift+S',
    Panel: ChangesPanel,
  },
  // As Word's print layout.
  {
    id: 'preview',
    title: 'Pages',
    icon: BookOpenText,
    shortcut: 'Mod+Alt+P',
    isWide: true,
    Panel: PreviewPanel,
  },
  { id: 'history', title: 'History', icon: History, shortcut: 'Mod+Alt+Shift+H', Panel: HistoryPanel },
];
