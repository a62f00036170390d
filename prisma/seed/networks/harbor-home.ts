import { HARBOR_BUYERS } from "./harbor-home/buyers";
import { CLEARVIEW, HEARTHWAY, MESA_VISTA, RADIO } from "./harbor-home/names";
import { HARBOR_OFFERS } from "./harbor-home/offers";
import { membersAt, type NetworkPlan } from "./network-plan";

/** A home-services network in the Mountain states. */
export const HARBOR_HOME: NetworkPlan = {
  name: "Harbor Home Network",
  currency: "USD",
  timeZone: "America/Denver",
  days: 60,
  callsADay: 51,
  prefix: "HHN",
  areas: [
    { code: "303", state: "CO", postcodes: ["80202", "80211", "80123", "80031"] },
    { code: "720", state: "CO", postcodes: ["80014", "80229", "80401"] },
    { code: "719", state: "CO", postcodes: ["80903", "80918", "81001"] },
    { code: "970", state: "CO", postcodes: ["80525", "80631", "81501"] },
    { code: "801", state: "UT", postcodes: ["84101", "84604", "84025"] },
    { code: "385", state: "UT", postcodes: ["84119", "84043"] },
    { code: "505", state: "NM", postcodes: ["87102", "87505"] },
    { code: "602", state: "AZ", postcodes: ["85003", "85018"] },
    { code: "480", state: "AZ", postcodes: ["85201", "85281"] },
    { code: "208", state: "ID", postcodes: ["83702", "83642"] },
    { code: "307", state: "WY", postcodes: ["82001", "82601"] },
    { code: "406", state: "MT", postcodes: ["59101", "59801"] },
  ],
  offers: HARBOR_OFFERS,
  buyers: HARBOR_BUYERS,
  sources: [
    { name: CLEARVIEW, weight: 24, medium: "search" },
    { name: "Homeowner Digest", weight: 12, medium: "newsletter" },
    { name: "Maplelane Media", weight: 16, medium: "display" },
    { name: RADIO, weight: 9, medium: "radio" },
    { name: "Pinpost Mailers", weight: 8, medium: "mail" },
    { name: "Copperline Affiliates", weight: 11, medium: "affiliate" },
    { name: "Ninefold Leads", weight: 7, medium: "affiliate" },
    { name: "Doorstep Social", weight: 10, medium: "social" },
    { name: "Evergreen Billboards", weight: 3, medium: "billboard" },
  ],
  integrations: [
    { provider: "twilio", name: "Hail line", offer: "Roof repair", source: RADIO, buyer: "Ridgeback Roofing" },
    {
      provider: "vapi",
      name: "Solar appointment agent",
      offer: "Solar quotes",
      source: "Doorstep Social",
      buyer: MESA_VISTA,
    },
    {
      provider: "freeswitch",
      name: "Plumbing exchange",
      offer: "Plumbing",
      source: "Pinpost Mailers",
      buyer: "Quillwater Plumbing",
    },
  ],
  members: membersAt("harbor-home.test", {
    owner: "Olive Harper",
    admin: "Adrian Voss",
    manager: "Mara Ellison",
    operator: "Owen Castillo",
    billing: "Bea Lindqvist",
    viewer: "Vik Raman",
  }),
  apiKey: "Call platform",
  secureToken: "Buyer portal",
  samples: {
    convertsByFacts: HEARTHWAY,
    voiceAgent: MESA_VISTA,
    limited: { offer: "Plumbing", buyer: "Tidewell Drains" },
    onceAMonth: {
      offer: "Heating and cooling",
      buyer: "Alder & Finch Heating",
      connectedSeconds: 96,
      tokens: { appointment_booked: "false" },
    },
  },
};
