import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { classNames } from '../../ui/classNames.ts';
import field from '../../ui/field.module.css';
import menu from '../../ui/menu.module.css';
import styles from './brief.module.css';

interface QuietSelectProps {
  label: string;
  /** As a field of a form, with its label above it. */
  asField?: boolean;
  value: string;
  choices: { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of several: plain text until it is opened, or a field of a form. */
export function QuietSelect({ label, asField = false, value, choices, onChange }: QuietSelectProps) {
  return (
    <Select.Root items={choices} value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <div className={asField ? field.field : styles.ghostField}>
        <Select.Label render={<span className={asField ? field.label : undefined} />}>{label}</Select.Label>
        <Select.Trigger
          className={asField ? classNames(field.input, styles.fieldSelect) : styles.ghostSelect}
        >
          <Select.Value />
          <ChevronDown size={13} aria-hidden />
        </Select.Trigger>
      </div>
      <Select.Portal>
        <Select.Positioner className={menu.place} alignItemWithTrigger={false} sideOffset={4} align="start">
          <Select.Popup className={menu.popup}>
            <Select.List>
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value} className={menu.item}>
                  <span className={menu.indicator}>
                    <Select.ItemIndicator>
                      <Check size={15} aria-hidden />
                    </Select.ItemIndicator>
                  </span>
                  <Select.ItemText className={menu.label}>{choice.label}</Select.ItemText>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
