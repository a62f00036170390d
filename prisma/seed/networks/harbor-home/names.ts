export const CLEARVIEW = "Clearview Search";
export const RADIO = "Radio 88.4 Mornings";
export const HEARTHWAY = "Hearthway Home Services";
export const MESA_VISTA = "Mesa Vista Energy";
