export const ENDPOINT = {
  id: 4,
  name: "Warehouse",
  url: "https://hooks.example.test/callmark",
  events: ["buyer.converted", "buyer.reversed"],
  offer: null,
  buyer: null,
  traffic_source: null,
  offer_ids: [],
  buyer_ids: [7],
  traffic_source_ids: [],
  mechanisms: [],
  state: "active",
  created_at: "2026-11-20T09:00:00.000Z",
  failing_since: null,
} as const;
export const DELIVERY = {
  id: "0b8e4f52-6f0e-4d0c-9f1c-2b7a54c7a9d1",
  event: "buyer.converted",
  occurred_at: "2026-11-23T10:45:09.000Z",
  state: "delivered",
  attempts: 1,
  next_attempt_at: null,
  delivered_at: "2026-11-23T10:45:09.000Z",
  last_status: 200,
  last_problem: null,
} as const;
export const FULL_DELIVERY = {
  ...DELIVERY,
  payload: {
    type: "buyer.converted",
    timestamp: "2026-11-23T10:45:09.000Z",
    data: {
      call: {
        id: 1042,
        uuid: "CALL_UUID",
        version: 4,
        offer_id: 3,
        started_at: "2026-11-23T10:42:00.000Z",
        duration_seconds: 184,
        connected_seconds: 171,
      },
      currency: "USD",
      mechanism: "secure_api",
      buyer_id: 7,
      buyer_converted: true,
      revenue: "10.00",
      revenue_before: "0.00",
    },
  },
  tries: [
    {
      number: 1,
      attempted_at: "2026-11-23T10:45:09.000Z",
      milliseconds: 42,
      url: "https://hooks.example.test/callmark",
      headers: {
        "content-type": "application/json",
        "webhook-id": "0b8e4f52-6f0e-4d0c-9f1c-2b7a54c7a9d1",
        "webhook-timestamp": "1795430709",
        "webhook-signature": "v1,SIGNATURE",
      },
      status: 200,
      problem: null,
      answer: "OK",
    },
  ],
} as const;
export const TEST_DELIVERY = {
  ...FULL_DELIVERY,
  event: "endpoint.test",
  payload: { type: "endpoint.test", timestamp: "2026-11-23T10:45:09.000Z", data: {} },
} as const;
export const SETTINGS = "Requires the permission `settings: update`.";
export const AMOUNTS =
  "It also takes the permission to read what the endpoint is sent: revenue and the buyer side, unless it belongs to a traffic source; payouts and the offer side, unless it belongs to a buyer; billing for `entry.posted`.";
