import type { FieldErrors } from "@/lib/base/errors";
import { isTimeZone } from "@/lib/base/time-zone";

/** What is wrong with an ISO 4217 code and an IANA name. */
export function companyErrors({ currency, timeZone }: { currency: string; timeZone: string }): FieldErrors {
  return {
    ...(!Intl.supportedValuesOf("currency").includes(currency) && {
      currency: `Unknown currency ${currency}. Enter a code such as USD.`,
    }),
    ...(!isTimeZone(timeZone) && {
      time_zone: `Unknown time zone ${timeZone}. Enter a name such as America/Denver.`,
    }),
  };
}
