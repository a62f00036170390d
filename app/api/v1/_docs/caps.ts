export const CAP_USE = {
  id: 4,
  offer: null,
  measure: "conversions",
  span: "day",
  used: "31",
  limit: "50",
  remaining: "17",
  running: 2,
  used_up: false,
  over: false,
  resets_at: "2026-11-24T07:00:00.000Z",
  stops_automatic: true,
};

export const CAP = {
  ...CAP_USE,
  time_zone: "America/Denver",
  created_at: "2026-11-01T06:00:00.000Z",
  withdrawn_at: null,
  by: "Ana Ruiz",
};
