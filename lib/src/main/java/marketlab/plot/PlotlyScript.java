package marketlab.plot;

/** Where a page has plotly.js from. */
public enum PlotlyScript {
    /** Within the page: 0.7 MB, 1 MB for a surface, 2.7 MB for figures of jsplot's own, that need no network and no other file. */
    INLINE,
    /** From a file of 11 MB beside the page, written with it if it is not there; many pages share it. No network. */
    SIDECAR,
    /** From Plotly's own content network: a page of a few kilobytes that shows nothing offline. */
    CDN
}
