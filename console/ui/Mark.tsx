/** The product's mark. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="9" />
    <path d="M9 17.5l4.6 4.5L23.5 11" />
  </svg>
);
