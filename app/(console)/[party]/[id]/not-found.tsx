import { PartyNotFound } from "@/components/party/party-not-found";

export default PartyNotFound;
