import { BlockList, isIP, isIPv6 } from "node:net";
import { env, hostsIn } from "@/lib/platform/config/env";

/** Addresses that lead to no public host: the registries of special-purpose addresses of IANA, and multicast. */
const SPECIAL_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.31.196.0/24",
  "192.52.193.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "192.175.48.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];
/** Only these are in use on the Internet; addresses that embed IPv4 (mapped, NAT64) are outside or excluded below. */
const GLOBAL_IPV6 = ["2000::/3"];
const SPECIAL_IPV6 = ["2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20"];

const special = networks([...SPECIAL_IPV4, ...SPECIAL_IPV6]);
const global = networks(GLOBAL_IPV6);

/** Whether a connection to this address may be made: it is public, or the operator allows it. */
export function isAllowedAddress(address: string): boolean {
  const family = isIPv6(address) ? "ipv6" : "ipv4";
  if (allowed().networks.check(address, family)) return true;
  return !special.check(address, family) && (family === "ipv4" || global.check(address, family));
}

/** Whether the operator names this host: then any address of it may be connected to. */
export function isAllowedHost(host: string): boolean {
  return allowed().hosts.has(host.toLowerCase());
}

let parsed: { readonly from: string; readonly hosts: ReadonlySet<string>; readonly networks: BlockList } | undefined;

function allowed() {
  const from = env().OUTGOING_ALLOWED;
  if (parsed?.from === from) return parsed;
  const named = hostsIn(from);
  const isNetwork = (text: string) => isIP(text.split("/")[0] ?? "") !== 0;
  parsed = {
    from,
    hosts: new Set(named.filter((text) => !isNetwork(text))),
    networks: networks(named.filter(isNetwork)),
  };
  return parsed;
}

/** Networks as `10.0.0.0/8`, or single addresses. */
function networks(list: readonly string[]): BlockList {
  const blocks = new BlockList();
  for (const text of list) {
    const [address = "", bits] = text.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    blocks.addSubnet(address, bits === undefined ? (family === "ipv6" ? 128 : 32) : Number(bits), family);
  }
  return blocks;
}
