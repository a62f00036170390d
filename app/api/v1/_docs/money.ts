export const READS_MONEY =
  "Requires the permission `billing: read`, plus `call.revenue: read` for buyers or `call.payout: read` for traffic sources.";
