declare module 'texts:*' {
  const texts: string;
  export default texts;
}

declare module 'desk-texts:*' {
  const texts: string;
  export default texts;
}
