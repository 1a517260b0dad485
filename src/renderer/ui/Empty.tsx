import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Empty.module.css';

interface EmptyProps {
  title: string;
  icon?: LucideIcon | undefined;
  role?: 'alert' | undefined;
  /** What to do next. */
  children?: ReactNode;
}

/** Stands where there is nothing to show, and says what to do. */
export function Empty({ title, icon: Icon, role, children }: EmptyProps) {
  return (
    <div className={styles.empty} role={role}>
      {Icon !== undefined && <Icon size={28} strokeWidth={1.25} aria-hidden />}
      <h2>{title}</h2>
      {children}
    </div>
  );
}
