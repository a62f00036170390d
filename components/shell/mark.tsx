export function Mark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={`shrink-0 ${className}`}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g fill="none" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-accent">
        <path d="M20.6 8.6a9.5 9.5 0 1 0 3.9 9.6" strokeWidth="2.5" />
        <path d="m11.5 16.5 4.25 4.75L26 8.5" strokeWidth="3.25" />
      </g>
    </svg>
  );
}
