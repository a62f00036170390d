export const BUYER = { type: "buyer", id: 7, name: "Brightside Solar" } as const;
export const SOURCE = { type: "traffic_source", id: 9, name: "Sunrise Media" } as const;
export const NEXT = "2026-11-23T10:44:00.000Z";

export const SUMS = { balance: "1250.00", period: "300.00", previous: "280.00", entries: 31 };
export const PENDING = { amount: "10.00", entries: 1 };
