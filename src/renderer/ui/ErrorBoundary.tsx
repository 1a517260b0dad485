import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Empty } from './Empty.tsx';

interface Props {
  /** What is shown inside, for the message: `The reader`. */
  name: string;
  /** Takes the failure over: then nothing is shown in its place. */
  onError?: (error: Error) => void;
  children: ReactNode;
}

/** Keeps a defect in one pane from taking the window with it. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    if (this.props.onError !== undefined) return null;
    return (
      <Empty title={`${this.props.name} has failed`} role="alert">
        <p>{error.message}</p>
        <p>What you saved is not affected.</p>
        <Button onClick={() => this.setState({ error: null })}>Show it again</Button>
      </Empty>
    );
  }
}
