/** What a template may become: `expected {{found}}` any text that begins so. What is filled in is not looked at. */
export type Filled<Template extends string> = Template extends `${infer Before}{{${string}}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Template
