import { type SubmitEvent, useId } from 'react';
import { Button } from './Button.tsx';
import field from './field.module.css';
import { Modal } from './Modal.tsx';

interface LineDialogProps {
  title: string;
  /** What is asked for. */
  label: string;
  value: string;
  placeholder?: string;
  /** In UTF-16 units. */
  maxLength: number;
  /** What the button does. */
  action: string;
  /** Gets the line without white space around it; it may be empty. */
  onSubmit: (line: string) => void;
  onClose: () => void;
}

/** Asks for one line of text. */
export function LineDialog(props: LineDialogProps) {
  const { title, label, value, placeholder, maxLength, action, onSubmit, onClose } = props;
  const form = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const line = new FormData(event.currentTarget).get('line');
    if (typeof line === 'string') onSubmit(line.trim());
    onClose();
  };
  return (
    <Modal
      title={title}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            {action}
          </Button>
        </>
      }
    >
      <form id={form} className={field.form} onSubmit={submit}>
        <label className={field.field}>
          <span className={field.label}>{label}</span>
          <input
            className={field.input}
            name="line"
            defaultValue={value}
            placeholder={placeholder}
            maxLength={maxLength}
            autoComplete="off"
            onFocus={(event) => event.target.select()}
          />
        </label>
      </form>
    </Modal>
  );
}
