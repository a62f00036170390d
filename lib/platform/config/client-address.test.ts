import { expect, test } from "vitest";
import { clientAddress, networkOf } from "./client-address";

test.each([
  ["without a proxy the peer, whatever it claims", "203.0.113.9", "198.51.100.1", 0, "203.0.113.9"],
  ["behind one proxy whom that one saw", "127.0.0.1", "198.51.100.1, 203.0.113.9", 1, "203.0.113.9"],
  ["behind two proxies whom the outer one saw", "127.0.0.1", "6.6.6.6, 203.0.113.9,10.0.0.2", 2, "203.0.113.9"],
  ["the peer where a proxy was passed by", "203.0.113.9", undefined, 1, "203.0.113.9"],
  ["the peer where what is forwarded is no address", "127.0.0.1", "unknown", 1, "127.0.0.1"],
])("%s is the client", (_, peer, forwardedFor, proxies, address) => {
  expect(clientAddress(peer, forwardedFor, proxies)).toBe(address);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:0DB8:1:2::9", "2001:db8:1:2"],
  ["2001:db8::9", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
