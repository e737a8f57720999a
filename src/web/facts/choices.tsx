import { useState } from 'react';
import { Select } from 'antd';
import type { Fact } from '#kernel/fact.ts';
import { soundPattern } from '#kernel/sounds.ts';
import type { FactInput, InputProps } from '#web/facts/fact-input.ts';
import { useLanguage } from '#web/language.ts';
import { Icon } from '#web/shell/icon.tsx';
import { useWords } from '#web/words.ts';

/** One of a few in sight, one of many behind a list that can be searched. */
export const choice: FactInput = {
  Input: (props) => {
    const language = useLanguage();
    const options = Object.entries(props.fact.options ?? {});
    if (options.length > 4) return <Picker {...props} options={optionsOf(props.fact, language)} />;
    return <Radios {...props} options={options.map(([value, name]) => [value, name[language]])} />;
  },
};

export const choices: FactInput = {
  Input: (props) => <Picker {...props} multiple options={optionsOf(props.fact, useLanguage())} />,
};

export const flag: FactInput = {
  Input: (props) => {
    const t = useWords();
    return <Radios {...props} options={[[true, t('yes')], [false, t('no')]]} />;
  },
};

/** One to pick, or a group of them; `sounds` is how it sounds in pinyin. */
interface Option {
  readonly value?: string;
  readonly label: string;
  readonly sounds?: string;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly sounds?: string }[];
}

/** A list to pick from, found by any part of a name or by its pinyin: jtj, jiaotong. */
export function Picker({ id, typed, invalid, describedBy, onTyped, options, multiple = false, placeholder, onSearch, loading, label }: Omit<InputProps, 'fact'> & {
  readonly options: readonly Option[];
  readonly multiple?: boolean;
  readonly placeholder?: string;
  readonly onSearch?: (words: string) => void;
  readonly loading?: boolean;
  readonly label?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Select
      id={id}
      className="picker"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      allowClear
      open={isOpen}
      onOpenChange={setOpen}
      // Tab goes on to the next field; it must not choose whatever happens to be marked in the list.
      onInputKeyDown={(event) => {
        if (event.key !== 'Tab') return;
        event.stopPropagation();
        setOpen(false);
      }}
      showSearch={onSearch ? { onSearch, filterOption: false } : { filterOption: (typed, option) => isFound(typed, option) }}
      loading={loading ?? false}
      // The library's own icon is read out by its English name.
      suffixIcon={loading ? undefined : <Icon name="down" size={14} />}
      placeholder={placeholder}
      {...(multiple ? { mode: 'multiple' as const } : {})}
      value={(typed as string | string[] | undefined) ?? (multiple ? [] : undefined)}
      options={options as { value: string; label: string }[]}
      onChange={(value: unknown) => onTyped(value)}
    />
  );
}

function isFound(typed: string, option: { readonly label?: unknown; readonly sounds?: string; readonly options?: unknown } | undefined): boolean {
  if (!option || option.options) return false;
  const words = typed.trim().toLowerCase();
  if (String(option.label).toLowerCase().includes(words)) return true;
  const pattern = option.sounds === undefined ? undefined : soundPattern(words);
  return pattern !== undefined && new RegExp(pattern).test(option.sounds ?? '');
}

function Radios({ id, typed, invalid, describedBy, onTyped, options }: InputProps & { readonly options: readonly (readonly [string | boolean, string])[] }) {
  return (
    <span className="radios" role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={describedBy} aria-invalid={invalid}>
      {options.map(([value, name], index) => (
        <label key={String(value)}>
          <input id={index === 0 ? id : undefined} type="radio" name={id} checked={typed === value} onChange={() => onTyped(value)} />
          {name}
        </label>
      ))}
    </span>
  );
}

function optionsOf(fact: Fact, language: 'zh' | 'en') {
  return Object.entries(fact.options ?? {}).map(([value, name]) => ({ value, label: name[language] }));
}
