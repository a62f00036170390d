import clsx from "clsx";
import Link from "next/link";
import { LinkPending } from "@/components/ui/link-pending";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Integration } from "@/lib/inbound/contract/integration";
import { IntegrationState } from "./integration-state";

type IntegrationRowProps = { integration: Integration; label: string; timeZone: string };

export const INTEGRATION_GRID = "sm:grid-cols-[minmax(0,2fr)_6rem_minmax(0,2fr)_7rem_10rem]";

export function IntegrationRow({ integration, label, timeZone }: IntegrationRowProps) {
  const { id, name, offer, last_event } = integration;
  return (
    <li className="-mx-2 border-b last:border-b-0">
      <Link
        href={`/integrations/${id}`}
        prefetch={false}
        className={clsx(
          "grid min-h-row grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-sm px-2 py-2 text-13",
          "transition-colors hover:bg-sunken focus-visible:-outline-offset-2 sm:py-1",
          INTEGRATION_GRID,
        )}
      >
        <span className="flex items-center gap-2 truncate font-medium">
          <span className="truncate">{name}</span> <LinkPending />
        </span>
        <span className="text-ink-muted max-sm:text-right">{label}</span>
        <span className="truncate text-ink-muted">{offer?.name ?? "no offer"}</span>
        <span className="text-ink-muted max-sm:hidden">
          {last_event ? <RelativeTime at={last_event.received_at} timeZone={timeZone} /> : "none yet"}
        </span>
        <span className="max-sm:justify-self-end">
          <IntegrationState integration={integration} />
        </span>
      </Link>
    </li>
  );
}
