import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import menu from '../../ui/menu.module.css';
import styles from './brief.module.css';

interface QuietSelectProps {
  label: string;
  value: string;
  choices: { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One of several, as plain text until it is opened. */
export function QuietSelect({ label, value, choices, onChange }: QuietSelectProps) {
  return (
    <Select.Root items={choices} value={value} onValueChange={(next) => next !== null && onChange(next)}>
      <div className={styles.ghostField}>
        <Select.Label render={<span />}>{label}</Select.Label>
        <Select.Trigger className={styles.ghostSelect}>
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
