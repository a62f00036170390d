import { ArrowRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";

type MonthPagesProps = { label: string; first: string | null; next: string | null };

export function MonthPages({ label, first, next }: MonthPagesProps) {
  if (!first && !next) return null;
  return (
    <nav aria-label={label} className="mt-4 flex gap-2">
      {first && (
        <Link href={first} prefetch={false} className={buttonClass()}>
          <ChevronsLeft aria-hidden="true" className="size-3.5" /> First page
        </Link>
      )}
      {next && (
        <Link href={next} prefetch={false} className={buttonClass()}>
          Next <ArrowRight aria-hidden="true" className="size-3.5" />
        </Link>
      )}
    </nav>
  );
}
