import { type Access, type Area, may } from "@/lib/access/domain/access";
import type { PartyKind } from "@/lib/party/domain/party-kind";
import { type PartyRef, partyAddress } from "./party-address";

type PartyTab = {
  readonly path: string;
  readonly label: string;
  readonly kinds: readonly PartyKind[];
  readonly reads: (kind: PartyKind) => readonly Area[];
};

const ALL: readonly PartyKind[] = ["buyer", "offer", "traffic_source"];
const WITH_ACCOUNT: readonly PartyKind[] = ["buyer", "traffic_source"];
const amounts = (kind: PartyKind): Area => (kind === "buyer" ? "call.revenue" : "call.payout");

const TABS: readonly PartyTab[] = [
  { path: "", label: "Overview", kinds: ALL, reads: () => [] },
  {
    path: "/calls",
    label: "Calls",
    kinds: ALL,
    reads: (kind) => (kind === "traffic_source" ? ["calls", "call.details"] : ["calls"]),
  },
  { path: "/conversion", label: "Conversion", kinds: ["buyer", "offer"], reads: () => ["settings"] },
  { path: "/prices", label: "Prices", kinds: ALL, reads: (kind) => ["settings", amounts(kind)] },
  { path: "/caps", label: "Caps", kinds: WITH_ACCOUNT, reads: () => ["settings"] },
  { path: "/account", label: "Account", kinds: WITH_ACCOUNT, reads: (kind) => ["billing", amounts(kind)] },
  { path: "/statements", label: "Statements", kinds: WITH_ACCOUNT, reads: (kind) => ["billing", amounts(kind)] },
  { path: "/webhook", label: "Webhook", kinds: ["buyer"], reads: () => ["settings"] },
];

/** The tabs of a party that this member may open. */
export function partyTabs(party: PartyRef, access: Access) {
  const { type } = party;
  const base = partyAddress(party);
  return TABS.filter(
    ({ kinds, reads }) => kinds.includes(type) && reads(type).every((area) => may(access, "read", area)),
  ).map(({ path, label }) => ({ href: `${base}${path}`, label, exact: path === "" }));
}
