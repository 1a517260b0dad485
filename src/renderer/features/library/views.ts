/** The views of the library as the analyst sees them, in that order. */
import { Clock, FolderX, Library, Mail, Star, Tag, Trash2, type LucideIcon } from 'lucide-react';
import type { View } from '#contract/organise.ts';

export const VIEW_LABELS: Record<View, string> = {
  all: 'All articles',
  unread: 'Unread',
  starred: 'Starred',
  recent: 'Recently added',
  untagged: 'Untagged',
  unfiled: 'In no collection',
  trash: 'Trash',
};

export const VIEW_ICONS: Record<View, LucideIcon> = {
  all: Library,
  unread: Mail,
  starred: Star,
  recent: Clock,
  untagged: Tag,
  unfiled: FolderX,
  trash: Trash2,
};
