import { partyAddress } from "@/components/party/party-address";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import type { CapKind } from "@/lib/cap/client";
import type { Cap } from "@/lib/cap/contract";
import { CapBar } from "./cap-bar";
import { capTitle, useText } from "./cap-words";

type CapsSectionProps = { kind: CapKind; partyId: number; caps: readonly Cap[] };

/** How much of each cap is used. */
export function CapsSection({ kind, partyId, caps }: CapsSectionProps) {
  const type = kind === "buyers" ? "buyer" : "traffic_source";
  return (
    <Section title="Caps" aside={<TextLink href={`${partyAddress({ type, id: partyId })}/caps`}>All caps</TextLink>}>
      {caps.length === 0 ? (
        <p className="text-13 text-ink-muted">No caps.</p>
      ) : (
        <ul className="space-y-2 text-13">
          {caps.map((cap) => (
            <CapLine key={cap.id} kind={kind} cap={cap} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function CapLine({ kind, cap }: { kind: CapKind; cap: Cap }) {
  return (
    <li className="grid items-center gap-x-4 gap-y-1 sm:grid-cols-[16rem_minmax(0,1fr)_10rem]">
      <span>
        {capTitle(cap, kind)}
        {cap.offer && <span className="text-ink-muted">, {cap.offer.name}</span>}
      </span>
      <CapBar cap={cap} kind={kind} />
      <span className="text-ink-muted tabular-nums sm:text-right">{useText(cap) || "no amounts"}</span>
    </li>
  );
}
