/** TEMPORARY */
export async function writeExport(_journal: string, _target: string): Promise<void> {}
