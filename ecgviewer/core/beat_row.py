"""How the row of numbers is laid out by which a beat and its neighbourhood are described.

Three pictures, one after the other; values that compare the beat; 1 where there is a beat;
the size in millivolts by which the pictures were divided, which nets do not read.
"""

N_PICTURES, N_PICTURE = 3, 120
N_VALUES = 26
PICTURES = slice(0, N_PICTURES * N_PICTURE)
VALUES = slice(PICTURES.stop, PICTURES.stop + N_VALUES)
# Among them the logarithm of the heart's rate; the others are ratios.
RATE = VALUES.start + 9
# Twice the correlation of the QRS complex with that of the usual beat, less one.
QRS_LIKENESS = VALUES.start + 14
PRESENT = VALUES.stop
USUAL_MV = PRESENT + 1
N_COLUMNS = USUAL_MV + 1
# Beats on each side on which a net's answer for one may depend.
N_CONTEXT = 30
