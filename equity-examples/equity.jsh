// For JShell: everything that a question needs, without a class name before it.
//
//   jshell --class-path equity-examples/target/equity.jar equity-examples/equity.jsh
//
// Then, for example:
//
//   var ca = california()
//   ask(ca, spread(CLASS_SIZE_K3).within(SCHOOL_LEVEL)).with(GINI, MCLOONE).by(DISTRICT).run()
//   write(story(ca, district("Los Angeles Unified")), Path.of("lausd.html"))
//
// JShell cuts what it echoes; show(...) prints a result whole.

import java.nio.file.Path;
import org.resourceequity.analysis.*;
import org.resourceequity.inference.*;
import org.resourceequity.metric.*;
import org.resourceequity.model.*;
import org.resourceequity.sample.*;
import org.resourceequity.story.*;
import static org.resourceequity.Equity.*;
import static org.resourceequity.analysis.Strata.*;
import static org.resourceequity.disproportionality.DisproportionalityMetrics.*;
import static org.resourceequity.gaps.GapMetrics.*;
import static org.resourceequity.inequality.InequalityMetrics.*;
import static org.resourceequity.io.EquityFiles.*;
import static org.resourceequity.model.Groups.*;
import static org.resourceequity.model.Level.*;
import static org.resourceequity.model.Ratios.*;
import static org.resourceequity.progressivity.ProgressivityMetrics.*;
import static org.resourceequity.segregation.SegregationMetrics.*;
