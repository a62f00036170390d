"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Loading } from "@/components/ui/loading";
import { Section } from "@/components/ui/section";
import { SelectInput } from "@/components/ui/select-input";
import { deliveriesQuery } from "@/lib/outbound/client";
import type { DeliveryState } from "@/lib/outbound/domain/delivery";
import { refusalText } from "@/lib/platform/client/refusal-text";
import { DeliveriesTable } from "./deliveries-table";
import { ResendMissing } from "./resend-missing";

type DeliveriesProps = { endpointId: number; mayResend: boolean; timeZone: string };

const CHOICES: readonly { readonly value: DeliveryState | "all"; readonly label: string }[] = [
  { value: "all", label: "All deliveries" },
  { value: "waiting", label: "Waiting" },
  { value: "delivered", label: "Delivered" },
  { value: "given_up", label: "Given up" },
];

/** Newest first. The newest page refreshes periodically. */
export function Deliveries({ endpointId, mayResend, timeZone }: DeliveriesProps) {
  const [shown, setShown] = useState<DeliveryState | "all">("all");
  const query = useInfiniteQuery(deliveriesQuery(endpointId, shown === "all" ? null : shown));
  const deliveries = query.data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Section
      title="Deliveries"
      aside={
        <>
          {mayResend && <ResendMissing id={endpointId} />}
          <SelectInput
            aria-label="Filter by state"
            value={shown}
            choices={CHOICES}
            onChange={setShown}
            className="w-36"
          />
        </>
      }
    >
      {query.isPending && <Loading label="Loading deliveries…">{null}</Loading>}
      {query.isError && (
        <Alert tone="negative" title="Couldn’t load deliveries">
          {refusalText(query.error)}
        </Alert>
      )}
      {query.isSuccess && deliveries.length === 0 && (
        <p className="text-13 text-ink-muted">
          {shown === "all"
            ? "Nothing was sent yet. Choose “Send test” to see whether your system answers; events appear here as they happen."
            : "No deliveries in this state."}
        </p>
      )}
      {deliveries.length > 0 && <DeliveriesTable endpointId={endpointId} deliveries={deliveries} timeZone={timeZone} />}
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Older deliveries
        </Button>
      )}
    </Section>
  );
}
