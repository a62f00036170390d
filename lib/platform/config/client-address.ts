import { isIP, isIPv6 } from "node:net";

/** The header in which the server itself writes down who asks; whatever a client sent in it is overwritten. */
export const CLIENT_ADDRESS = "x-client-address";

/**
 * The network address of whoever asks: the peer's, or with proxies in front the one that the outermost of them saw. What
 * stands further left in `X-Forwarded-For` anybody may have made up.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: number): string {
  const hops = [...(forwardedFor ?? "").split(",").map((hop) => hop.trim()), peer];
  const seen = hops.at(-1 - proxies) ?? "";
  return isIP(seen) ? seen : peer;
}

/** What counts as one address: an IPv4 address, or the 64 bits of an IPv6 network, within which a host chooses freely. */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  const isMapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  return isMapped ? dotted(groups.slice(6)) : groups.slice(0, 4).join(":");
}

/** The eight groups of an IPv6 address, as URLs write them: short and in lower case. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  if (tail === undefined) return groups(head);
  const [left, right] = [groups(head), groups(tail)];
  return [...left, ...Array<string>(8 - left.length - right.length).fill("0"), ...right];
}

function dotted(groups: readonly string[]): string {
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join(".");
}
