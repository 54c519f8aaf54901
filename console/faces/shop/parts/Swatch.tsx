/** A picture in place of a photograph: the retailer of the demonstration has none. */
export function Swatch({ of, large = false }: { readonly of: string; readonly large?: boolean }) {
  const hue = [...of].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  const tone = `tone-${Math.floor(hue / 45)}`;
  return (
    <span className={`swatch ${tone}${large ? ' large' : ''}`} aria-hidden="true">
      {of.slice(0, 1).toUpperCase()}
    </span>
  );
}
