export const READS_MONEY =
  "It takes the permission `billing: read`, for buyers with `call.revenue: read` and for traffic sources with `call.payout: read`.";
