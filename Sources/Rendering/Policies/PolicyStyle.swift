/// The style of pages of policies: readable on a phone, dark where the reader wants it, and fit for
/// paper.
enum PolicyStyle {
  /// The rules, as they stand in the page.
  static let text = """
    :root { color-scheme: light dark; --line: #888; --soft: #555; --ground: #fff; --link: #1a4fb4;
      --notice: #b00020; }
    @media (prefers-color-scheme: dark) {
      :root { --line: #888; --soft: #b5b5b5; --ground: #121212; --link: #8ab4f8; --notice: #ff8a80; }
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 60rem; padding: 1rem; overflow-wrap: anywhere;
      background: var(--ground);
      font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
    a { color: var(--link); }
    h1 { line-height: 1.25; }
    h2 { margin-top: 2.5rem; border-bottom: 2px solid; }
    h3 { margin: 1.5rem 0 .25rem; line-height: 1.35; }
    h3 code, summary { font-weight: normal; font-size: .875rem; }
    code, td { font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    code { white-space: pre-wrap; }
    nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-top: 1rem; }
    dl { margin: .25rem 0; }
    dl div { display: grid; grid-template-columns: minmax(6rem, 10rem) 1fr; gap: 0 1rem; }
    dt, .origin, details ol { color: var(--soft); }
    .origin, details ol { font-size: .875rem; }
    dd { margin: 0; }
    .sources dd { margin: 0 0 .5rem 1rem; }
    .notice, .remark { padding: .5rem .75rem; border: 2px solid var(--notice); font-weight: bold; }
    .wide { overflow-x: auto; }
    .wide + .origin { margin: .25rem 0; }
    table { border-collapse: collapse; margin: .5rem 0; overflow-wrap: normal; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start;
      vertical-align: top; min-width: 2rem; max-width: 24rem; }
    thead th { background: rgb(128 128 128 / .15); }
    .day { white-space: nowrap; }
    .first { border-left: 4px double; }
    .left-out { font-style: italic; }
    details { margin: .25rem 0; }
    details ol { margin: .25rem 0; padding-left: 2rem; }
    figure { margin: 0; }
    figcaption { color: var(--soft); font-size: .875rem; margin: .5rem 0; }
    svg { display: block; }
    svg rect, svg path { fill: var(--ground); stroke: currentColor; }
    svg .edge { fill: none; stroke: var(--line); opacity: .6; }
    svg .thick { stroke-width: 2.5; }
    svg rect.thick ~ rect { fill: none; }
    svg text { fill: currentColor; font-size: 13px; }
    svg a { color: inherit; }
    :target { outline: 2px solid var(--link); outline-offset: .25rem; }
    @media screen and (min-width: 64rem) {
      #graph .wide { position: relative; left: 50%; width: max-content; max-width: calc(100vw - 4rem);
        transform: translateX(-50%); }
      svg { max-width: 100%; height: auto; }
    }
    @media screen and (max-width: 40rem) {
      .wide table { width: max-content; }
      /* The drawing is wider than the page: what decides stands at its right, and is seen first. */
      #graph .wide { direction: rtl; }
      #graph svg { direction: ltr; }
      h1 { font-size: 1.5rem; }
      h2 { font-size: 1.25rem; }
      h3 { font-size: 1.0625rem; }
      dl div { grid-template-columns: 5.5rem 1fr; gap: 0 .5rem; }
      dt { font-size: .875rem; }
      details ol { padding-left: 1.25rem; }
    }
    @page { margin: 15mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @page drawing { size: landscape; }
    @media print {
      :root { color-scheme: light; --line: #666; --soft: #333; --ground: #fff; --notice: #b00020; }
      body { max-width: none; padding: 0; font-size: 10pt; line-height: 1.45; }
      nav { display: none; }
      h1 { margin-top: 0; }
      h2 { margin-top: 1.5rem; }
      h3 { margin-top: .875rem; }
      dl div { grid-template-columns: 8.5rem 1fr; }
      dl div, tr, li, figure, .notice, .remark { break-inside: avoid; }
      h2, h3, summary, thead, .remark, .sources dt, dl div:first-child { break-after: avoid; }
      /* Tables of a few rows stay whole. */
      table:not(:has(tbody tr:nth-child(13))) { break-inside: avoid; }
      tbody tr:first-child { break-after: avoid; }
      tbody tr:last-child { break-before: avoid; }
      .wide { overflow: visible; }
      table { font-size: 9pt; overflow-wrap: break-word; }
      #graph { page: drawing; }
      #graph h2 { margin-top: 0; }
      svg { max-width: 100%; height: auto; max-height: 14cm; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
