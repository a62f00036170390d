import { isIP, isIPv6 } from "node:net";

/** The header in which the server writes the client's address. It overwrites what the client sent. */
export const CLIENT_ADDRESS = "x-client-address";

/**
 * The network address of the client: the peer's, or behind proxies the one that the outermost trusted proxy saw.
 * Entries further left in `X-Forwarded-For` may be forged.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: number): string {
  const hops = [...(forwardedFor ?? "").split(",").map((hop) => hop.trim()), peer];
  const seen = hops.at(-1 - proxies) ?? "";
  return isIP(seen) ? seen : peer;
}

/**
 * What counts as one address: an IPv4 address, or a /64 network of IPv6, within which a host can choose any address.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return plain;
  const groups = groupsOf(plain);
  const isMapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  return isMapped ? dotted(groups.slice(6)) : groups.slice(0, 4).join(":");
}

/** The eight groups of an IPv6 address as URLs write them: short and in lower case. */
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

/** The network that a request came from, by the header that the server writes; null outside a server. */
export function networkOfRequest(headers: Pick<Headers, "get">): string | null {
  const address = headers.get(CLIENT_ADDRESS);
  return address ? networkOf(address) : null;
}
