import { ArrowRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "./button-class";

type OlderPagesProps = { first: { href: string; label: string } | null; next: { href: string; label: string } | null };

export function OlderPages({ first, next }: OlderPagesProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex gap-2">
      {first && (
        <Link href={first.href} className={buttonClass()}>
          <ChevronsLeft aria-hidden="true" className="size-3.5" /> {first.label}
        </Link>
      )}
      {next && (
        <Link href={next.href} prefetch={false} className={buttonClass()}>
          {next.label} <ArrowRight aria-hidden="true" className="size-3.5" />
        </Link>
      )}
    </nav>
  );
}
