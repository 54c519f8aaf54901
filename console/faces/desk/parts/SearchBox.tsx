import { useEffect, useState, type FormEvent } from 'react';
import { useTextsOf } from '../../../client/texts.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { deskTexts } from '../texts/desk.ts';

interface SearchBoxProps {
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** The one search box of the desk. */
export function SearchBox({ words, onSearch }: SearchBoxProps) {
  const t = useTextsOf(deskTexts);
  const [typed, setTyped] = useState(words);
  useEffect(() => setTyped(words), [words]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch(typed.trim());
  };
  return (
    <form role="search" className="search-box" onSubmit={submit}>
      <Icon name="search" />
      <input
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        autoComplete="off"
        enterKeyHint="search"
      />
    </form>
  );
}
