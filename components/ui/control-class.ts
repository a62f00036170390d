/** 16 px on touch screens: phones zoom into smaller inputs. */
export const controlClass = [
  "h-8 w-full min-w-0 rounded-md border border-line-strong bg-raised px-2 text-13 text-ink transition-colors",
  "pointer-coarse:h-10 pointer-coarse:text-16",
  "hover:border-ink-muted focus-visible:outline-offset-0",
  "read-only:border-line read-only:bg-sunken disabled:border-line disabled:bg-sunken disabled:text-ink-muted",
  "aria-invalid:border-negative aria-invalid:focus-visible:outline-negative",
].join(" ");
