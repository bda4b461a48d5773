/** What is learnt from labelled texts: models that files hold, and how they are fitted. */
package dev.assay.detectors.learn;
