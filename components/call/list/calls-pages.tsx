import { ArrowRight, ChevronsLeft } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";

type CallsPagesProps = { newest: string | null; older: string | null };

export function CallsPages({ newest, older }: CallsPagesProps) {
  if (!newest && !older) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex gap-2">
      {newest && (
        <Link href={newest} className={buttonClass()}>
          <ChevronsLeft aria-hidden="true" className="size-3.5" /> Newest
        </Link>
      )}
      {older && (
        <Link href={older} className={buttonClass()}>
          Older <ArrowRight aria-hidden="true" className="size-3.5" />
        </Link>
      )}
    </nav>
  );
}
