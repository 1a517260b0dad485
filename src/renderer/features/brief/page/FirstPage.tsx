import { useEffect, useRef, useState } from 'react';
import type { BriefSettings } from '#domain/brief.ts';
import { client } from '../../../api/client.ts';
import { activeBrief } from '../../../app/activeBrief.ts';
import { openPdf } from '../../export/pdf.ts';
import styles from './page.module.css';

interface FirstPageProps {
  briefId: number;
  settings: BriefSettings;
}

/** CSS pixels of the width of a sheet. */
const WIDTH = 200;

/** The first page of a brief under some settings, small. It is a picture of what the controls beside it say in words. */
export function FirstPage({ briefId, settings }: FirstPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const key = JSON.stringify(settings);

  useEffect(() => {
    let stopped = false;
    const draw = async (): Promise<void> => {
      await activeBrief.get()?.flush();
      const { bytes } = await client.call('export.sample', {
        briefId,
        settings: JSON.parse(key) as BriefSettings,
      });
      if (stopped) return;
      const task = openPdf(bytes);
      try {
        const page = await (await task.promise).getPage(1);
        const { width } = page.getViewport({ scale: 1 });
        const viewport = page.getViewport({ scale: (WIDTH * window.devicePixelRatio) / width });
        const drawn = document.createElement('canvas');
        drawn.width = Math.floor(viewport.width);
        drawn.height = Math.floor(viewport.height);
        await page.render({ canvas: drawn, viewport }).promise;
        if (stopped || canvas.current === null) return;
        canvas.current.width = drawn.width;
        canvas.current.height = drawn.height;
        canvas.current.getContext('2d')!.drawImage(drawn, 0, 0);
        canvas.current.dataset['drawn'] = 'true';
        setFailure(null);
      } finally {
        await task.destroy();
      }
    };
    draw().catch((error: unknown) => {
      if (!stopped) setFailure(error instanceof Error ? error.message : String(error));
    });
    return () => {
      stopped = true;
    };
  }, [briefId, key]);

  return (
    <span className={styles.sheet}>
      <canvas ref={canvas} aria-hidden hidden={failure !== null} />
      {failure !== null && <span className={styles.failure}>{failure}</span>}
    </span>
  );
}
