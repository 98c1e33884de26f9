-- attack (did not run): what a program prints
copy t from program 'echo 3,Cy' csv
