import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import float from '../ui/float.module.css';
import styles from './RequestLine.module.css';

const usual = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'QUERY'] as const;

interface MethodInputProps {
  readonly value: string;
  readonly onChange: (method: string) => void;
}

/** A method is any token (RFC 9110 §9.1): the usual ones to choose from, any other one typed. */
export const MethodInput = ({ value, onChange }: MethodInputProps) => (
  <ComboBox
    aria-label="Method"
    className={styles['method'] ?? ''}
    allowsCustomValue
    menuTrigger="manual"
    inputValue={value}
    selectedKey={value}
    defaultFilter={() => true}
    onInputChange={(typed) => {
      const method = typed.replace(/\s/g, '').toUpperCase();
      if (method !== value) onChange(method);
    }}
    onSelectionChange={(key) => {
      if (typeof key === 'string') onChange(key);
    }}
  >
    <Input
      className={styles['verb'] ?? ''}
      style={{ width: `${Math.min(12, Math.max(3, value.length))}ch` }}
      spellCheck={false}
      onBlur={() => {
        if (value === '') onChange('GET');
      }}
    />
    <Button className={styles['choose'] ?? ''}>
      <ChevronDown aria-hidden="true" />
    </Button>
    <Popover className={float['float'] ?? ''} placement="bottom start" offset={8} crossOffset={-10}>
      <ListBox className={float['list'] ?? ''}>
        {usual.map((method) => (
          <ListBoxItem key={method} id={method} textValue={method} className={float['item'] ?? ''}>
            <span className={styles['option']}>{method}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </ComboBox>
);
