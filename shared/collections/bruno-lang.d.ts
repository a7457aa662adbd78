/** Bruno's own readers of its files; the package has no types. Each throws where the text does not parse. */
declare module '@usebruno/lang/v2/src/bruToJson.js' {
  const bruToJson: (text: string) => unknown;
  export default bruToJson;
}
declare module '@usebruno/lang/v2/src/collectionBruToJson.js' {
  const collectionBruToJson: (text: string) => unknown;
  export default collectionBruToJson;
}
declare module '@usebruno/lang/v2/src/envToJson.js' {
  const envToJson: (text: string) => unknown;
  export default envToJson;
}
