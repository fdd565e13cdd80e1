package marketlab.plot;

/** Where a page gets plotly.js from. */
public enum PlotlyScript {
    /**
     * Included in the page: 0.7 MB, 1 MB for a surface, 2.7 MB for figures of jsplot. Needs no network and no other
     * file.
     */
    INLINE,
    /**
     * From a file of 11 MB beside the page, written with the page if missing. Many pages can share it. Needs no
     * network.
     */
    SIDECAR,
    /** From Plotly's content delivery network. The page has a few kilobytes, but shows nothing offline. */
    CDN
}
