import { BlockList, isIP, isIPv6 } from "node:net";

/** Whether the list has the address, alone or in a network such as `203.0.113.0/24`. An empty list has all. */
export function allowsAddress(allowed: readonly string[], address: string | null): boolean {
  if (allowed.length === 0) return true;
  const [plain = ""] = (address ?? "").split("%");
  if (isIP(plain) === 0) return false;
  const list = new BlockList();
  for (const entry of allowed) {
    const [network = "", prefix] = entry.split("/");
    list.addSubnet(network, Number(prefix ?? (isIPv6(network) ? 128 : 32)), familyOf(network));
  }
  return list.check(plain, familyOf(plain));
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
