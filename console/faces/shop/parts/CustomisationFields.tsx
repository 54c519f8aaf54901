import { useId } from 'react';
import type { ShopProductResult } from '../generated/operations.ts';

type Wish = NonNullable<ShopProductResult['product']>['variants'][number]['customisationOptions'][number];

interface CustomisationFieldsProps {
  readonly options: readonly Wish[];
  readonly chosen: Readonly<Record<string, string>>;
  readonly onChange: (chosen: Readonly<Record<string, string>>) => void;
}

/** What can be wished of an article that is made to order. */
export function CustomisationFields({ options, chosen, onChange }: CustomisationFieldsProps) {
  const id = useId();
  return options.map(({ code, label, choices, maxLength, required }) => {
    const props = {
      id: `${id}${code}`,
      value: chosen[code] ?? '',
      required,
      onChange: (event: { readonly target: { readonly value: string } }) =>
        onChange({ ...chosen, [code]: event.target.value }),
    };
    return (
      <div key={code} className="field">
        <label htmlFor={props.id}>
          {label}
          {required && ' *'}
        </label>
        {choices.length > 0 ? (
          <select {...props}>
            <option value="" />
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <input {...props} maxLength={maxLength ?? undefined} />
        )}
      </div>
    );
  });
}
