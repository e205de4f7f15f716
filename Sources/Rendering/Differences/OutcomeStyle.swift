/// How pages about outcomes look: readable on a phone, dark where the reader wants it, and fit for
/// paper.
///
/// More and less are told apart by blue and orange, which nearly everybody can, and by their signs.
enum OutcomeStyle {
  static let css = """
    :root { color-scheme: light dark; --gain: #1a56c4; --loss: #c45500; --before: #8a8a8a; }
    @media (prefers-color-scheme: dark) { :root { --gain: #7aa7ff; --loss: #ff9d4d; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 64rem; padding: 1rem; overflow-wrap: anywhere;
      font: 1rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
    h1 { line-height: 1.25; }
    h2 { margin-top: 2.5rem; border-bottom: 2px solid; }
    h3 { margin: 2rem 0 .5rem; }
    code { font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    :lang(zh) code { margin-inline-start: .25em; }
    nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
    dl { margin: .25rem 0; }
    dl > div { display: grid; grid-template-columns: minmax(5rem, 9rem) 1fr; gap: 0 1rem; }
    dt { opacity: .75; }
    dd { margin: 0; }
    .notice { padding: .5rem .75rem; border: 2px solid; font-weight: bold; }
    .headline { font-size: 1.25rem; font-weight: bold; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; margin: .5rem 0; overflow-wrap: normal; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    th, td { word-break: keep-all; border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
    tbody th { font-weight: normal; }
    .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
    thead .number { white-space: normal; }
    .note, .witness { opacity: .75; }
    .causes { list-style: none; padding: 0; }
    .causes > li { margin-bottom: 1rem; padding-inline-start: .75rem; border-inline-start: 4px solid var(--before); }
    .causes p { margin: .25rem 0; }
    .changes > div { grid-template-columns: 2.5rem 1fr; margin-bottom: .5rem; }
    .basis { opacity: .75; font-size: .875rem; }
    .sign { font-weight: bold; opacity: 1; }
    figure.chart { display: grid; grid-template-columns: minmax(4rem, max-content) 1fr max-content;
      gap: .25rem .75rem; align-items: center; margin: .5rem 0 1rem; }
    /* All rows share the columns of the figure, so that bars can be compared. */
    .bar { display: contents; }
    .bar .label { text-align: end; line-height: 1.25; max-width: 18rem; }
    .bar .value { font-variant-numeric: tabular-nums; text-align: end; }
    .bar svg { width: 100%; height: 1.25rem; display: block; }
    .bar line { stroke: currentColor; stroke-width: 1; }
    .legend { grid-column: 1 / -1; display: flex; gap: 1.5rem; margin: 0; }
    .legend svg { width: .75rem; height: .75rem; }
    .gain { fill: var(--gain); } .loss { fill: var(--loss); } .before { fill: var(--before); }
    @media (max-width: 40rem) {
      header dl > div { grid-template-columns: 1fr; }
      header dd { margin-left: 1rem; }
      figure.chart { grid-template-columns: 1fr max-content; }
      .bar .label { grid-column: 1 / -1; text-align: start; max-width: none; }
      .bar .label:empty { display: none; }
      td:not(.number) { min-width: 9rem; }
      tbody th { min-width: 6rem; }
    }
    @page { margin: 15mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
    @media print {
      :root { color-scheme: light; --gain: #1a56c4; --loss: #c45500; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      nav { display: none; }
      .table { overflow: visible; }
      table { font-size: 9pt; }
      .causes > li, .changes > div, tr, figure { break-inside: avoid; }
      h2, h3, .headline, figure, thead { break-after: avoid; }
      /* Tables of a few rows stay whole. */
      table:not(:has(tbody tr:nth-child(13))) { break-inside: avoid; }
      tbody tr:first-child { break-after: avoid; }
      tbody tr:last-child { break-before: avoid; }
      h1 { margin-top: 0; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
