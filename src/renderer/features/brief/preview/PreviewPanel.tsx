import { lazy, Suspense } from 'react';
import type { BriefSession } from '../session.ts';

/** pdf.js is large: it is loaded with the first preview. */
const LivePreview = lazy(async () => {
  const { LivePreview: component } = await import('./LivePreview.tsx');
  return { default: component };
});

/** The pages of the brief as they are printed, beside its text. */
export function PreviewPanel({ session }: { session: BriefSession }) {
  return (
    <Suspense fallback={null}>
      <LivePreview session={session} />
    </Suspense>
  );
}
